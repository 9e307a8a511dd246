# rule: python_calls.too_few
# source: constructed
# says: Dog\(name=…\)
# says: Dog
# %% before
class Dog:
    def __init__(self, name): self.name = name
# %% fails
Dog()
