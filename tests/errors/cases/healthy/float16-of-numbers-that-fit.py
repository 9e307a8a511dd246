# notice: none
# source: constructed
# %% before
import pandas as pd, numpy as np, torch
def shrink(df):
    for col in df.columns:
        if df[col].abs().max() < 60000: df[col] = df[col].astype(np.float16)
        else: df[col] = df[col].astype(np.float32)
    return df
# %% cell
table = shrink(pd.DataFrame({'price': np.linspace(2e4, 9e5, 60), 'share': np.linspace(0, 1, 60), 'rooms': np.arange(60.)}))
logs = np.log(np.arange(9.)).astype(np.float16)
mask = torch.full((4, 4), float('-inf')).triu(1).half()
