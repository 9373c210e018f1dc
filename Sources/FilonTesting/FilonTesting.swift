// FilonTesting
