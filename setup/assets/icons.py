"""The icons that templates name, each as a mask in one style sheet: a hundredth of the icon font and its list."""

from __future__ import annotations

import re
from urllib.parse import quote

from setup.prepare import NODE_MODULES

ICONS = (
    "arrow-left",
    "arrow-left-right",
    "arrow-right",
    "box-arrow-right",
    "calendar-plus",
    "check-circle",
    "check-circle-fill",
    "check2",
    "circle",
    "clock",
    "exclamation-triangle",
    "exclamation-triangle-fill",
    "file-earmark-pdf",
    "info-circle",
    "list",
    "person-circle",
    "play",
    "play-circle",
    "printer",
    "search",
    "x-octagon-fill",
)
FRAME = (
    '.bi::before{content:"";display:inline-block;width:1em;height:1em;vertical-align:-.125em;'
    "background:currentcolor;-webkit-mask:var(--icon) center/contain no-repeat;mask:var(--icon) center/contain no-repeat}\n"
    "@media (forced-colors:active){.bi::before{forced-color-adjust:none;background:canvastext}}\n"
)


def sheet() -> str:
    """CSS for `<i class="bi bi-NAME">` of each of ICONS. Raises FileNotFoundError for an icon that the package lacks."""
    return FRAME + "".join(f'.bi-{name}{{--icon:url("{_address(name)}")}}\n' for name in ICONS)


def _address(name: str) -> str:
    svg = (NODE_MODULES / "bootstrap-icons" / "icons" / f"{name}.svg").read_text()
    bare = re.sub(r' (?:width|height|fill|class)="[^"]*"', "", " ".join(svg.split()), count=4)
    return "data:image/svg+xml," + quote(bare.replace('"', "'"), safe=" '=:/<>".replace("<>", ""))
