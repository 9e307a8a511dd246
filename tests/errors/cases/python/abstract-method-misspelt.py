# rule: python_abstract.abstract_method_missing
# source: constructed
# says: it has draww
# says: Rename draww
# %% before
from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def draw(self): ...
# %% fails
class Box(Shape):
    def draww(self): return "#"
b = Box()
# %% mended
class Box(Shape):
    def draw(self): return "#"
b = Box()
