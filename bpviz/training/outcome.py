"""What has become of a request, besides where the run stands then."""

from dataclasses import dataclass

from bpviz.training.conditions import Condition
from bpviz.training.gradient_report import GradientReport
from bpviz.training.messages import Opened
from bpviz.training.proof import ParameterProof


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Outcome:
    """The parts of a report that not every request has; as in `Report`."""

    reached: bool = True
    paused_by: Condition | None = None
    opened: Opened | None = None
    saved: str | None = None
    proof: ParameterProof | None = None
    check: GradientReport | None = None
