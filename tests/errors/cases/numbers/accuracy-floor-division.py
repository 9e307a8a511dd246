# notice: numbers.accuracy_cut_off
# source: constructed
# says: acc\s=\scorrect\s/\stotal
# %% before
correct, total = 42, 50
# %% cell
acc = correct // total
# %% mended
acc = correct / total
