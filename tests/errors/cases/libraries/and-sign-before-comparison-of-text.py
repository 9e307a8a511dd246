# rule: libraries_truth.ambiguous_truth
# source: https://stackoverflow.com/questions/21415661/logical-operators-for-boolean-indexing-in-pandas
# says: parentheses
# says: \(houses\.rooms >= 3\) & \(houses\['town'\] == 'Bath'\)
# %% before
import pandas as pd

houses = pd.DataFrame({"town": ["Bath", "York", "Bath"], "rooms": [2, 5, 4]})
# %% fails
large = houses[houses.rooms >= 3 & houses['town'] == 'Bath']
# %% mended
large = houses[(houses.rooms >= 3) & (houses['town'] == 'Bath')]
