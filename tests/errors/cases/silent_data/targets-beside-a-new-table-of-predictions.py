# notice: alignments.column_of_another_index
# source: constructed
# says: of\s+results\['actual'\]\s+are\s+NaN
# says: results\['actual'\]\s+=\s+y_valid\.values
# %% before
import numpy as np, pandas as pd
from sklearn.model_selection import train_test_split
df = pd.DataFrame({'age': np.arange(60.), 'y': np.arange(60) % 3})
X_train, X_valid, y_train, y_valid = train_test_split(df[['age']], df['y'], test_size=0.25, random_state=1)
preds = np.zeros(15)
# %% cell
results = pd.DataFrame({'pred': preds})
results['actual'] = y_valid
# %% mended
results = pd.DataFrame({'pred': preds})
results['actual'] = y_valid.values
