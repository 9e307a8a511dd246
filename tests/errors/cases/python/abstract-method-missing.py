# rule: python_abstract.abstract_method_missing
# source: constructed
# says: Circle does not define area
# says: base class Shape
# says: def area\(self, scale\):
# %% before
from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self, scale): ...
    @abstractmethod
    def name(self): ...
# %% fails
class Circle(Shape):
    def name(self): return "circle"
c = Circle()
# %% mended
class Circle(Shape):
    def name(self): return "circle"
    def area(self, scale):
        ...
c = Circle()
