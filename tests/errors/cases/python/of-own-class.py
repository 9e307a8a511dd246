# rule: python_attributes.of_own_class
# source: constructed
# says: d\.names
# %% before
class Dog:
    def __init__(self): self.names = []
d = Dog()
# %% fails
d.name
# %% mended
d.names
