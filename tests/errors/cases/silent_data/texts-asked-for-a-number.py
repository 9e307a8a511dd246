# notice: other_kinds.number_and_text
# source: constructed
# says: rides\['stars'\]\s+==\s+5\s+is\s+False\s+for\s+every\s+row
# says: holds\s+texts,\s+such\s+as\s+'\d',\s+and\s+5\s+is\s+a\s+number
# says: rides\['stars'\]\s+==\s+'5'
# %% before
import pandas as pd
rides = pd.DataFrame({'stars': ['5', '3', '4', '5'], 'km': [2, 8, 1, 4]})
# %% cell
best = rides[rides['stars'] == 5]
best.km.mean()
# %% mended
best = rides[rides['stars'] == '5']
best.km.mean()
