"""Plans screenings of long films: ask a Question, get an Answer, review any Plan.

Pure Python: no framework, no database, no clock. OR-tools is imported only when `plan` runs.
"""

from screenings.planner.answer import (
    Answer,
    Change,
    Clash,
    Finding,
    Interval,
    IntervalKind,
    Moves,
    Plan,
    Refusal,
    Sitting,
)
from screenings.planner.arranging import arrange, place
from screenings.planner.exchange import (
    answer_from_data,
    answer_to_data,
    plan_from_data,
    plan_to_data,
    question_from_data,
    question_to_data,
    settings_from_data,
    settings_to_data,
)
from screenings.planner.frame import Frame
from screenings.planner.planning import plan
from screenings.planner.question import (
    MOST_PROJECTIONISTS,
    SHORTEST_BREAK,
    SHORTEST_MEAL,
    Block,
    Booking,
    ClosedDay,
    Costs,
    Hours,
    Opening,
    Question,
    Screen,
    Settings,
    daily_openings,
)
from screenings.planner.reviewing import Level, Mend, Remark, by_hand, opinion, review
from screenings.planner.rules.conflicts import shown_elsewhere
from screenings.planner.wishes import LONGEST_WAY, Choice, Conflict, Standing, Stay, Use, Why
from wording.say import Clock, Day, Days, Minutes, Say

__all__ = [
    "LONGEST_WAY",
    "MOST_PROJECTIONISTS",
    "SHORTEST_BREAK",
    "SHORTEST_MEAL",
    "Answer",
    "Block",
    "Booking",
    "Change",
    "Choice",
    "Clash",
    "Clock",
    "ClosedDay",
    "Conflict",
    "Costs",
    "Day",
    "Days",
    "Finding",
    "Frame",
    "Hours",
    "Interval",
    "IntervalKind",
    "Level",
    "Mend",
    "Minutes",
    "Moves",
    "Opening",
    "Plan",
    "Question",
    "Refusal",
    "Remark",
    "Say",
    "Screen",
    "Settings",
    "Sitting",
    "Standing",
    "Stay",
    "Use",
    "Why",
    "answer_from_data",
    "answer_to_data",
    "arrange",
    "by_hand",
    "daily_openings",
    "opinion",
    "place",
    "plan",
    "plan_from_data",
    "plan_to_data",
    "question_from_data",
    "question_to_data",
    "review",
    "settings_from_data",
    "settings_to_data",
    "shown_elsewhere",
]
