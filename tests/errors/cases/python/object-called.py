# rule: python_calls.object_called
# source: constructed
# says: d\.bark\(\)
# %% before
class Dog:
    def bark(self): return 'w'
d = Dog()
# %% fails
d()
# %% mended
d.bark()
