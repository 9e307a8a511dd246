# rule: covered_libraries.asked_of_a_value
# source: constructed
# says: pd is a DataFrame of 2 rows and 1 column here, not the module pandas
# says: import pandas as pd\n\s*df = pd\.DataFrame
# %% before
import pandas as pd
pd = pd.DataFrame({"age": [3, 4]})
# %% fails
both = pd.concat([pd, pd])
# %% mended
import pandas as pd
df = pd.DataFrame({"age": [3, 4]})
both = pd.concat([df, df])
