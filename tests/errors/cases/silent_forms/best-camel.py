# notice: begins_at_zero.never_the_best
# source: constructed
# %% before
vals=[.5,.4,.3]
# %% cell
valBest = 0
for val_loss in vals:
    if val_loss < valBest:
        valBest = val_loss
        print('new')
