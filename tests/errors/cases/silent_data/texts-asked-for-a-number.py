# notice: other_kinds.number_and_text
# source: constructed
# says: `rides\['stars'\] == 5` is False for every row
# says: holds texts, such as '\d', and 5 is a number
# says: `rides\['stars'\] == '5'`
# %% before
import pandas as pd
rides = pd.DataFrame({'stars': ['5', '3', '4', '5'], 'km': [2, 8, 1, 4]})
# %% cell
best = rides[rides['stars'] == 5]
best.km.mean()
# %% mended
best = rides[rides['stars'] == '5']
best.km.mean()
