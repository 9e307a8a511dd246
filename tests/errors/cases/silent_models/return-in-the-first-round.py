# notice: conditions.returns_in_first_round
# source: constructed
# says: ends\s+in\s+its\s+first\s+round
# says: total
# %% before
import torch
# %% cell
def mean_loss(losses):
    total = 0
    for one in losses:
        total += one
        return total / len(losses)
mean_loss([1., 2., 3.])
# %% mended
def mean_loss(losses):
    total = 0
    for one in losses:
        total += one
    return total / len(losses)
mean_loss([1., 2., 3.])
