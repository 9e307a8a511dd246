# rule: plain_numbers.number_already
# source: constructed
# says: no\s+batch\s+has\s+come
# %% before
import torch
correct, batches = 0, []
# %% fails
for x, y in batches:
    correct += (x.argmax(1) == y).sum()
print(correct.item())
# %% mended
for x, y in batches:
    correct += (x.argmax(1) == y).sum()
print(correct)
