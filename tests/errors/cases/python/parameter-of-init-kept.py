# rule: not methods_apart.known_in_init
# source: constructed
# %% before
class Labels:
    def __init__(self, names):
        self.names = names
    def one(self, i):
        return names[i]
# %% fails
Labels(['cat', 'dog']).one(1)
