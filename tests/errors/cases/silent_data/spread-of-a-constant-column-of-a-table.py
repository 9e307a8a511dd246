# notice: zeros_inside.spread_of_zero
# source: constructed
# says: column\s+legs\s+of\s+birds
# says: even\s+=\s+\(birds\s+-\s+birds\.mean\(\)\)\s+/\s+\(birds\.std\(\)\s+\+\s+1e-7\)
# %% before
import pandas as pd
import torch
birds = pd.DataFrame({"weight": [12.0, 30.0, 21.0], "legs": [2, 2, 2]})
# %% cell
even = (birds - birds.mean()) / birds.std()
# %% mended
even = (birds - birds.mean()) / (birds.std() + 1e-7)
