# rule: containers_asked.empty_dict_as_a_list
# source: constructed
# says: self.items = \[\]
# %% before
class Bag:
    def __init__(self):
        self.items = {}
    def put(self, x):
        self.items.append(x)
# %% fails
Bag().put(3)
# %% mended
class Bag:
    def __init__(self):
        self.items = []
    def put(self, x):
        self.items.append(x)
Bag().put(3)
