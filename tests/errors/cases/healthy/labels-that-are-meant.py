# notice: none
# source: constructed
# %% before
import numpy as np, pandas as pd
df = pd.DataFrame({'Sex': ['male', 'female'] * 4, 'Fare': [7., 70, 8, 0, 9, 90, 0, 100]})
sold = pd.Series([3., 4, 5], index=['mon', 'tue', 'fri'])
stock = pd.Series([9., 9, 9], index=['mon', 'tue', 'wed'])
# %% cell
df['log'] = np.log(df.Fare[df.Fare > 0])
before = df['Fare'].copy()
before.index += 1
df['before'] = before
df['change'] = df['Fare'] - df['Fare'].shift(1)
left = stock - sold
table = pd.DataFrame({'sold': sold, 'stock': stock})
known = pd.Series([1., None, 3, 4, 5, 6, 7, 8])
df['known'] = known
rich = df[df.Fare > 50]
df['rich'] = rich['Fare']
rest = pd.concat([df, known.rename('again')], axis=1)
numbers = pd.DataFrame({'a': [1., 2, 3], 'b': [4., 5, 6], 'c': [1., 1, 1]}, index=[5, 6, 7])
means = pd.Series([1., 2, 3])
centred = numbers.values - means.values
by_row = numbers.sub(means.values, axis=0)
