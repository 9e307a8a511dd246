# rule: libraries_positions.numbers_for_labels
# source: constructed
# says: has\s+no\s+items\s+with\s+the\s+label
# says: y\.iloc\[val_idx\]
# %% before
import numpy as np, pandas as pd
houses = pd.DataFrame({'rooms': np.arange(20), 'price': np.arange(20.) * 1000})
houses = houses[houses.rooms > 5]
y = houses['price']
val_idx = np.array([0, 3, 6])
# %% fails
y_val = y[val_idx]
# %% mended
y_val = y.iloc[val_idx]
