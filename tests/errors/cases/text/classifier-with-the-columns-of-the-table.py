# rule: classifying_texts.classifier_without_labels
# source: https://forums.fast.ai/t/could-not-infer-loss-function/66130
# says: dls_clas = TextDataLoaders\.from_df\(mails, text_col='body', valid_pct=0\.2, bs=4, label_col='spam', text_vocab=words\.vocab\)
# says: text_classifier_learner\(dls_clas, AWD_LSTM, pretrained=False\)
# %% before
from fastai.text.all import *
mails = pd.DataFrame({'body': ['buy this now or never', 'see you at lunch today'] * 20, 'spam': ['yes', 'no'] * 20})
# %% fails
words = TextDataLoaders.from_df(mails, text_col='body', is_lm=True, valid_pct=0.2, bs=4, seq_len=6)
learn = text_classifier_learner(words, AWD_LSTM, pretrained=False)
# %% mended
words = TextDataLoaders.from_df(mails, text_col='body', is_lm=True, valid_pct=0.2, bs=4, seq_len=6)
dls_clas = TextDataLoaders.from_df(mails, text_col='body', valid_pct=0.2, bs=4, label_col='spam', text_vocab=words.vocab)
learn = text_classifier_learner(dls_clas, AWD_LSTM, pretrained=False)
