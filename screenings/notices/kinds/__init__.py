"""What each of screenings' notices says."""

from screenings.notices.kinds.options import FirstConfirmed, OptionOver
from screenings.notices.kinds.registrations import (
    OfferOver,
    PlacesChanged,
    PlacesOffered,
    RegisteredAlready,
    RegistrationConfirmed,
    RegistrationToConfirm,
    ScreeningCancelled,
)
from screenings.notices.kinds.screenings import (
    BookedElsewhere,
    HoldEnds,
    HoldOver,
    LicenceMissing,
    MaterialsDue,
    OptionFirst,
    ReturnDue,
    ScreeningComingUp,
    ScreeningResumed,
    ScreeningResumedForOffice,
    ScreeningSuspended,
    ScreeningSuspendedForOffice,
)
from screenings.notices.kinds.showings import (
    NextPartSoon,
    ShowingCancelled,
    ShowingMoved,
    ShowingsMoved,
    ShowingTomorrow,
)

KINDS = (
    RegistrationToConfirm,
    RegistrationConfirmed,
    RegisteredAlready,
    PlacesChanged,
    PlacesOffered,
    OfferOver,
    ShowingTomorrow,
    NextPartSoon,
    ShowingMoved,
    ShowingsMoved,
    ShowingCancelled,
    ScreeningCancelled,
    ScreeningComingUp,
    LicenceMissing,
    HoldEnds,
    HoldOver,
    OptionFirst,
    FirstConfirmed,
    OptionOver,
    BookedElsewhere,
    MaterialsDue,
    ScreeningSuspended,
    ScreeningSuspendedForOffice,
    ScreeningResumed,
    ScreeningResumedForOffice,
    ReturnDue,
)
