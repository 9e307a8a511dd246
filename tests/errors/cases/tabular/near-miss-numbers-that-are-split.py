# rule: not gaps_in_texts.gap_met
# source: constructed
# %% before
import pandas as pd
df = pd.DataFrame({'price': [1.5, None, 2.5]})
# %% fails
df['price'].apply(lambda x: x.split('.'))
