# rule: columns_with_texts.number_with_text
# source: constructed
# says: df\['km'\]\.astype\(str\) \+ ' km'
# %% before
import pandas as pd
df = pd.DataFrame({'km': [1, 2]})
# %% fails
df['text'] = df['km'] + ' km'
# %% mended
df['text'] = df['km'].astype(str) + ' km'
