# notice: begins_at_zero.never_the_best_of_an_object
# source: constructed
# %% before
class Patience:
    def __init__(self, n):
        self.n, self.bad = n, 0
        self.best_loss = 0.
    def step(self, val_loss):
        if val_loss < self.best_loss:
            self.best_loss = val_loss
            self.bad = 0
        else: self.bad += 1
        return self.bad >= self.n
patience = Patience(3)
# %% cell
for loss in [.9, .8, .7]:
    if patience.step(loss): break
