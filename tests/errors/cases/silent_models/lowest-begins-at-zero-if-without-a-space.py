# notice: begins_at_zero.never_the_best
# source: constructed
# %% before
losses = [0.9, 0.7, 0.8]
import torch
# %% cell
best = 0
for loss in losses:
    if(loss < best):
        best = loss
