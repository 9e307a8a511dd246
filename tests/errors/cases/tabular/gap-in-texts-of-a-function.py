# rule: gaps_in_texts.gap_met
# source: constructed
# says: text is nan
# says: df\['review'\] = df\['review'\].fillna\(''\)
# %% before
import re
import pandas as pd
df = pd.DataFrame({'review': ['Good film', None, 'Bad!']})
def clean(text):
    text = re.sub('[^a-zA-Z ]', '', text)
    return text.lower()
# %% fails
df['clean'] = df['review'].apply(clean)
# %% mended
df['review'] = df['review'].fillna('')
df['clean'] = df['review'].apply(clean)
