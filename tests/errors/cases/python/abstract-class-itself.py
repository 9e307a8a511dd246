# rule: python_abstract.abstract_method_missing
# source: constructed
# says: Shape is an abstract class
# says: s = Dot\(\)
# %% before
from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def draw(self): ...
class Dot(Shape):
    def draw(self): return "."
# %% fails
s = Shape()
# %% mended
s = Dot()
