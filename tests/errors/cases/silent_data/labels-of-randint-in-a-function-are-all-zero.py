# notice: one_number.only_the_lowest
# source: constructed
# says: np\.random\.randint\(2, size=n\)
# %% before
import numpy as np
def fake_labels(n):
    return np.random.randint(1, size=n)
# %% cell
y = fake_labels(20)
