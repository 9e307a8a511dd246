# rule: python_attributes.of_own_class
# source: constructed
# says: d\.load\(\)
# says: data
# %% before
class Dog:
    def load(self): self.data = []
d = Dog()
# %% fails
d.data
# %% mended
d.load()
