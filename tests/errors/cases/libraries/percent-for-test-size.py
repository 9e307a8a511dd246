# rule: sizes_of_splits.size_beyond_the_rows
# source: constructed
# says: asks\s+for\s+20\s+rows
# says: test_size=0\.2
# %% before
import pandas as pd
from sklearn.model_selection import train_test_split

houses = pd.DataFrame({"rooms": range(12), "price": range(12)})
# %% fails
train_df, valid_df = train_test_split(houses, test_size=20, random_state=42)
# %% mended
train_df, valid_df = train_test_split(houses, test_size=0.2, random_state=42)
