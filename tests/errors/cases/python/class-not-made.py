# rule: python_calls.class_not_made
# source: constructed
# says: dog = Dog\(\)
# says: Dog
# %% before
class Dog:
    def bark(self): return 'w'
# %% fails
Dog.bark()
# %% mended
dog = Dog()
dog.bark()
