# rule: python_calls.self_forgotten
# source: constructed
# says: def bark\(self\):
# says: bark
# %% before
class Dog:
    def bark(): return 'w'
# %% fails
Dog().bark()
