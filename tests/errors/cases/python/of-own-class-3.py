# rule: python_attributes.of_own_class
# source: constructed
# says: obj = Dog\(\)
# says: Dog
# %% before
class Dog:
    def __init__(self): self.n = 1
# %% fails
Dog.n
# %% mended
obj = Dog()
obj.n
