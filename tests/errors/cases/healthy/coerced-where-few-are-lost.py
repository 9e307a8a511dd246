# notice: none
# source: constructed
# %% before
import pandas as pd
df = pd.DataFrame({'age': ['22', '38', 'n/a', '35', '27'], 'deck': ['?', '?', '?', 'unknown', '3'], 'none': [None] * 5,
                   'when': ['2020-01-01', '2020-01-02', 'never', '2020-01-05', '2020-02-01']})
# %% cell
df['years'] = pd.to_numeric(df['age'], errors='coerce')
df['level'] = pd.to_numeric(df['deck'], errors='coerce')
for c in ['age', 'none']:
    df[c] = pd.to_numeric(df[c], errors='coerce')
df['date'] = pd.to_datetime(df['when'], errors='coerce')
tickets = pd.Series(['A/5 21171', 'PC 17599', '113803', 'STON/O2 31', '373450'])
plain = pd.to_numeric(tickets, errors='coerce')
print(plain.isna().sum(), 'have letters')
empty = pd.to_numeric(df['none'], errors='coerce')
