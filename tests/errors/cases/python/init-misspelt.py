# rule: python_calls.init_misspelt
# source: constructed
# says: def __init__\(self, name\):
# says: Dog
# %% before
class Dog:
    def _init_(self, name): self.name = name
# %% fails
Dog('rex')
