# rule: python_calls.init_misspelt
# source: constructed
# says: def __init__\(self\):
# says: Dog
# %% before
class Dog:
    def _init_(self): self.name = 'x'
# %% fails
Dog().name
