# rule: python_unpacking.unpacking
# source: constructed
# says: returns one object, a Point
# says: x = where\(\)
# %% before
class Point:
    def __init__(self, x, y): self.x, self.y = x, y
def where(): return Point(2, 3)
# %% fails
x, y = where()
# %% mended
x = where()
