# rule: python_none.none_result
# source: a learner's notebook
# says: return log_func
# %% before
def logger(func):
    def log_func(*args):
        print('running', func.__name__)
        return func(*args)
def add(x, y):
    return x + y
add_logged = logger(add)
# %% fails
add_logged(4, 3)
# %% mended
def logger(func):
    def log_func(*args):
        print('running', func.__name__)
        return func(*args)
    return log_func
add_logged = logger(add)
add_logged(4, 3)
