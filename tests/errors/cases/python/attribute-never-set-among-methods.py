# rule: python_attributes.of_own_class
# source: constructed
# says: never set: the object holds kind and\s+has the method bark
# %% before
class Dog:
    def __init__(self): self.kind = 'pug'
    def bark(self): return self.sound
# %% fails
Dog().bark()
