# rule: python_attributes.of_own_class
# source: constructed
# says: self\.weight = …
# %% before
class Dog:
    def __init__(self): self.n = 1
d = Dog()
# %% fails
d.weight
