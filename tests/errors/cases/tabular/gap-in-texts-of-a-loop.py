# rule: gaps_in_texts.gap_met
# source: constructed
# says: name is nan
# %% before
import pandas as pd
df = pd.DataFrame({'name': ['Braund, Mr. Owen', None]})
# %% fails
last = []
for name in df['name']:
    last.append(name.split(',')[0])
# %% mended
df['name'] = df['name'].fillna('')
last = []
for name in df['name']:
    last.append(name.split(',')[0])
