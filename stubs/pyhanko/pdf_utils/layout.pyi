from enum import Enum

class AxisAlignment(Enum):
    ALIGN_MIN = ...

class InnerScaling(Enum):
    STRETCH_TO_FIT = ...

class Margins:
    def __init__(self, left: int, right: int, top: int, bottom: int) -> None: ...

class BoxConstraints:
    def __init__(self, width: float, height: float) -> None: ...

class SimpleBoxLayoutRule:
    def __init__(
        self,
        x_align: AxisAlignment,
        y_align: AxisAlignment,
        margins: Margins,
        inner_content_scaling: InnerScaling,
    ) -> None: ...
