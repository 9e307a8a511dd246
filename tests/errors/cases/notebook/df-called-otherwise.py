# rule: notebook_alike.usual_under_another_name
# source: constructed
# says: your DataFrame is called houses_df
# %% before
import pandas as pd
houses_df = pd.DataFrame({'rooms': [3, 4]})
# %% fails
df.rooms.mean()
# %% mended
houses_df.rooms.mean();
