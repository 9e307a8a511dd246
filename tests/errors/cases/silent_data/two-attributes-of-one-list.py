# notice: repeated_rows.two_names_of_one_list
# source: constructed
# says: self\.train_losses\s+and\s+self\.valid_losses
# says: self\.train_losses,\s+self\.valid_losses\s+=\s+\[\],\s+\[\]
# %% cell
class History:
    def __init__(self):
        self.train_losses = self.valid_losses = []
    def train(self, loss):
        self.train_losses.append(loss)
    def validate(self, loss):
        self.valid_losses.append(loss)
h = History()
h.train(1.)
# %% mended
class History:
    def __init__(self):
        self.train_losses, self.valid_losses = [], []
    def train(self, loss):
        self.train_losses.append(loss)
    def validate(self, loss):
        self.valid_losses.append(loss)
h = History()
h.train(1.)
